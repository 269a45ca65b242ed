package polo.geo.edge.provider;

class PhotonTest extends AddressProviderContract {

  @Override
  AddressProvider provider() {
    return new Photon();
  }
}
