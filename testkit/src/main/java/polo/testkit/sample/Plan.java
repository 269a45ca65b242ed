package polo.testkit.sample;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static polo.common.document.TravelMode.BUS;
import static polo.common.document.TravelMode.FLIGHT;
import static polo.common.document.TravelMode.SUBWAY;
import static polo.common.document.TravelMode.TRAIN;
import static polo.common.document.TravelMode.TRAM;
import static polo.testkit.sample.Spots.*;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import polo.testkit.track.Itinerary;
import polo.testkit.track.Move;
import polo.testkit.track.Spot;

/// The days of the sample journey, one method each: a weekend and two ordinary days in Utrecht,
/// four days in Lisbon, and an ordinary day again.
final class Plan {

  static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
  static final ZoneId PORTUGAL = ZoneId.of("Europe/Lisbon");

  private Plan() {}

  static Itinerary journey() {
    Itinerary plan = Itinerary.from(HOME, utrecht("2026-05-01T18:00"));
    plan = saturdayInThePark(plan);
    plan = sundayAtTheCanal(plan);
    plan = mondayAtWork(plan);
    plan = tuesdayAtWork(plan);
    plan = wednesdayToLisbon(plan);
    plan = thursdayAlongTheRiver(plan);
    plan = fridayInSintra(plan);
    plan = saturdayAtTheOceanarium(plan);
    plan = sundayHomeAgain(plan);
    return mondayBackAtWork(plan);
  }

  static Instant utrecht(String local) {
    return LocalDateTime.parse(local).atZone(NETHERLANDS).toInstant();
  }

  static Instant lisbon(String local) {
    return LocalDateTime.parse(local).atZone(PORTUGAL).toInstant();
  }

  /// The zone the traveller was in.
  static ZoneId zoneAt(Instant at) {
    boolean abroad =
        at.isAfter(lisbon("2026-05-06T12:00")) && at.isBefore(lisbon("2026-05-10T19:30"));
    return abroad ? PORTUGAL : NETHERLANDS;
  }

  private static Itinerary saturdayInThePark(Itinerary plan) {
    return plan.stayUntil(utrecht("2026-05-02T10:40"))
        .walk(SHOP)
        .stayFor(ofMinutes(35))
        .walk(HOME)
        .stayUntil(utrecht("2026-05-02T15:05"))
        .bicycle(PARK)
        .stayFor(ofMinutes(95))
        .bicycle(HOME);
  }

  private static Itinerary sundayAtTheCanal(Itinerary plan) {
    return plan.stayUntil(utrecht("2026-05-03T13:30"))
        .walk(CANAL)
        .stayFor(ofMinutes(100))
        .walk(HOME);
  }

  private static Itinerary mondayAtWork(Itinerary plan) {
    return plan.stayUntil(utrecht("2026-05-04T08:10"))
        .bicycle(OFFICE)
        .stayUntil(utrecht("2026-05-04T12:30"))
        .walk(CANTEEN)
        .stayFor(ofMinutes(35))
        .walk(OFFICE)
        .stayUntil(utrecht("2026-05-04T17:35"))
        .bicycle(SHOP)
        .stayFor(ofMinutes(20))
        .bicycle(HOME);
  }

  private static Itinerary tuesdayAtWork(Itinerary plan) {
    return plan.stayUntil(utrecht("2026-05-05T08:20"))
        .bus(OFFICE)
        .stayUntil(utrecht("2026-05-05T17:05"))
        .bus(CANAL)
        .stayFor(ofMinutes(130))
        .walk(HOME);
  }

  private static Itinerary wednesdayToLisbon(Itinerary plan) {
    return plan.stayUntil(utrecht("2026-05-06T07:30"))
        .bus(UTRECHT_STATION)
        .stayFor(ofMinutes(9))
        .train(SCHIPHOL)
        .stayUntil(utrecht("2026-05-06T11:15"))
        .fly(LISBON_AIRPORT)
        .stayFor(ofMinutes(40))
        .walk(AIRPORT_METRO)
        .stayFor(ofMinutes(5))
        .subway(BAIXA_CHIADO)
        .walk(HOTEL)
        .stayUntil(lisbon("2026-05-06T16:40"))
        .walk(VIEWPOINT)
        .stayFor(ofMinutes(45))
        .walk(BAIRRO_ALTO)
        .stayFor(ofMinutes(110))
        .walk(HOTEL);
  }

  private static Itinerary thursdayAlongTheRiver(Itinerary plan) {
    return plan.stayUntil(lisbon("2026-05-07T09:40"))
        .walk(CASTLE)
        .stayFor(ofHours(2))
        .walk(ALFAMA)
        .stayFor(ofMinutes(75))
        .go(Move.by(TRAM, JERONIMOS).via(38.7077, -9.1365).via(38.7006, -9.1790))
        .stayFor(ofMinutes(80))
        .walk(BELEM_TOWER)
        .stayFor(ofMinutes(55))
        .walk(PASTRY_SHOP)
        .stayFor(ofMinutes(40))
        .go(Move.by(TRAM, MARKET).via(38.7006, -9.1790))
        .stayFor(ofMinutes(100))
        .walk(HOTEL);
  }

  private static Itinerary fridayInSintra(Itinerary plan) {
    return plan.stayUntil(lisbon("2026-05-08T08:45"))
        .walk(ROSSIO)
        .stayFor(ofMinutes(9))
        // The tunnel of Rossio: 2.6 km, right after the start.
        .go(railTo(SINTRA_STATION).via(38.7347, -9.1674).via(38.7590, -9.2560).shadow(0.004, 0.1))
        .walk(SINTRA_PALACE)
        .stayFor(ofMinutes(70))
        .go(Move.by(BUS, PENA).via(38.7962, -9.3960).via(38.7925, -9.3985).via(38.7899, -9.3925))
        .stayFor(ofMinutes(135))
        .walk(REGALEIRA)
        .stayFor(ofMinutes(95))
        .walk(SINTRA_STATION)
        .stayFor(ofMinutes(12))
        .go(railTo(ROSSIO).via(38.7590, -9.2560).via(38.7347, -9.1674).shadow(0.9, 0.996))
        .walk(BAIRRO_ALTO)
        .stayFor(ofMinutes(95))
        .walk(HOTEL);
  }

  private static Itinerary saturdayAtTheOceanarium(Itinerary plan) {
    return plan.stayUntil(lisbon("2026-05-09T10:05"))
        .walk(BAIXA_CHIADO)
        .stayFor(ofMinutes(4))
        .go(Move.by(SUBWAY, ORIENTE).via(38.7348, -9.1330))
        .walk(OCEANARIUM)
        .stayFor(ofMinutes(165))
        .walk(ORIENTE)
        .stayFor(ofMinutes(4))
        .subway(SAO_SEBASTIAO)
        .walk(GULBENKIAN)
        .stayFor(ofMinutes(120))
        .walk(SAO_SEBASTIAO)
        .subway(BAIXA_CHIADO)
        .walk(HOTEL);
  }

  private static Itinerary sundayHomeAgain(Itinerary plan) {
    return plan.stayUntil(lisbon("2026-05-10T11:10"))
        .walk(MARKET)
        .stayFor(ofMinutes(70))
        .walk(HOTEL)
        .stayUntil(lisbon("2026-05-10T14:50"))
        .car(LISBON_AIRPORT)
        .stayUntil(lisbon("2026-05-10T17:25"))
        .go(Move.by(FLIGHT, SCHIPHOL).sparse(ofMinutes(4)))
        .stayFor(ofMinutes(35))
        .train(UTRECHT_STATION)
        .stayFor(ofMinutes(7))
        .bus(HOME);
  }

  private static Itinerary mondayBackAtWork(Itinerary plan) {
    return plan.stayUntil(utrecht("2026-05-11T08:15"))
        .bicycle(OFFICE)
        .stayUntil(utrecht("2026-05-11T17:30"))
        .bicycle(SHOP)
        .stayFor(ofMinutes(25))
        .bicycle(HOME)
        .stayUntil(utrecht("2026-05-12T08:00"));
  }

  private static Move railTo(Spot to) {
    return Move.by(TRAIN, to);
  }
}
