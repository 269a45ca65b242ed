package polo.geo.edge.provider;

class NominatimTest extends AddressProviderContract {

  @Override
  AddressProvider provider() {
    return new Nominatim();
  }
}
