package polo.testkit.sample;

import polo.testkit.track.Spot;

/// The real places of the sample journey.
final class Spots {

  static final Spot HOME = Spot.of("home", 52.0985, 5.1310, 4);
  static final Spot OFFICE = Spot.of("office", 52.0853, 5.1745, 3);
  static final Spot CANTEEN = Spot.of("canteen", 52.0874, 5.1792, 3);
  static final Spot SHOP = Spot.of("shop", 52.0949, 5.1352, 4);
  static final Spot PARK = Spot.of("Amelisweerd", 52.0716, 5.1652, 3);
  static final Spot CANAL = Spot.of("Oudegracht", 52.0907, 5.1214, 4);
  static final Spot UTRECHT_STATION = Spot.of("Utrecht Centraal", 52.0893, 5.1101, 5);
  static final Spot SCHIPHOL = Spot.of("Schiphol", 52.3095, 4.7622, -3);

  static final Spot LISBON_AIRPORT = Spot.of("Lisbon airport", 38.7700, -9.1296, 110);
  static final Spot AIRPORT_METRO = Spot.of("Aeroporto", 38.7686, -9.1285, 105);
  static final Spot BAIXA_CHIADO = Spot.of("Baixa-Chiado", 38.7107, -9.1397, 22);
  static final Spot HOTEL = Spot.of("hotel", 38.7119, -9.1377, 12);
  static final Spot VIEWPOINT = Spot.of("Miradouro de São Pedro", 38.7152, -9.1441, 75);
  static final Spot BAIRRO_ALTO = Spot.of("Bairro Alto", 38.7131, -9.1459, 68);
  static final Spot CASTLE = Spot.of("Castelo de São Jorge", 38.7139, -9.1335, 100);
  static final Spot ALFAMA = Spot.of("Alfama", 38.7116, -9.1284, 25);
  static final Spot JERONIMOS = Spot.of("Mosteiro dos Jerónimos", 38.6979, -9.2067, 10);
  static final Spot BELEM_TOWER = Spot.of("Torre de Belém", 38.6918, -9.2158, 4);
  static final Spot PASTRY_SHOP = Spot.of("Pastéis de Belém", 38.6975, -9.2031, 8);
  static final Spot MARKET = Spot.of("Mercado da Ribeira", 38.7067, -9.1459, 6);
  static final Spot ORIENTE = Spot.of("Oriente", 38.7678, -9.0990, 12);
  static final Spot OCEANARIUM = Spot.of("Oceanário", 38.7636, -9.0938, 4);
  static final Spot SAO_SEBASTIAO = Spot.of("São Sebastião", 38.7346, -9.1542, 80);
  static final Spot GULBENKIAN = Spot.of("Gulbenkian", 38.7372, -9.1546, 75);
  static final Spot ROSSIO = Spot.of("Rossio", 38.7143, -9.1406, 30);

  static final Spot SINTRA_STATION = Spot.of("Sintra station", 38.7989, -9.3866, 190);
  static final Spot SINTRA_PALACE = Spot.of("Palácio de Sintra", 38.7976, -9.3907, 205);
  static final Spot PENA = Spot.of("Palácio da Pena", 38.7876, -9.3906, 470);
  static final Spot REGALEIRA = Spot.of("Quinta da Regaleira", 38.7963, -9.3960, 225);

  private Spots() {}
}
