package polo.geo.edge.provider;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/// Where a provider is. A setting that names a machine inside our own network is refused unless the
/// operator says that it is meant: nobody can make workers call the neighbours by it. Looked at
/// when it is made and again before each call, since names can be pointed elsewhere.
public record BaseUrl(URI uri, boolean privateAllowed) {

  /// @throws IllegalArgumentException when it is no plain http or https URL, or leads inside
  public BaseUrl {
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("must begin with http:// or https://: " + uri);
    }
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("must be scheme, host, port and path, no more: " + uri);
    }
  }

  /// Reads a setting.
  ///
  /// @throws IllegalArgumentException as the constructor, or when it leads inside by now
  public static BaseUrl of(String url, boolean privateAllowed) {
    String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    BaseUrl base = new BaseUrl(URI.create(bare), privateAllowed);
    if (base.leadsInside()) {
      throw new IllegalArgumentException(
          "%s is in a private network: allow it by polo.geo.provider.private-addresses=true"
              .formatted(url));
    }
    return base;
  }

  public URI with(String pathAndQuery) {
    return URI.create(uri + pathAndQuery);
  }

  public String host() {
    return uri.getHost();
  }

  /// Why no call may be made right now; absent when one may.
  Optional<String> refusal() {
    return leadsInside()
        ? Optional.of(host() + " is in a private network by now")
        : Optional.empty();
  }

  /// A name that nobody knows leads nowhere, and the call will say so.
  private boolean leadsInside() {
    if (privateAllowed) {
      return false;
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(host())).anyMatch(BaseUrl::isInside);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isInside(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isReserved(address);
  }

  /// Blocks that the JDK has no name for: IANA's special-purpose registries.
  private static boolean isReserved(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet4Address) {
      boolean sharedByCarriers = first == 100 && second >> 6 == 1;
      boolean benchmarks = first == 198 && second >> 1 == 9;
      boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
      return first == 0 || first >= 240 || sharedByCarriers || benchmarks || protocols;
    }
    boolean uniqueLocal = first >> 1 == 0x7e;
    boolean holdsIpv4 = first == 0 || first == 0x20 && second == 0x02;
    return uniqueLocal || holdsIpv4;
  }
}
