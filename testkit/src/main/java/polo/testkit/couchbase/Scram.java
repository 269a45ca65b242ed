package polo.testkit.couchbase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The server's side of one SCRAM login (RFC 5802, 7677): two questions, two answers, and no
/// password on the wire.
final class Scram {

  private static final byte[] SALT = "polo-testkit-salt".getBytes(UTF_8);
  private static final int ITERATIONS = 4096;

  private final Algorithm algorithm;
  private final String user;
  private final String password;
  private String exchanged = "";

  private Scram(Algorithm algorithm, String user, String password) {
    this.algorithm = algorithm;
    this.user = user;
    this.password = password;
  }

  private record Algorithm(String digest, String mac, String keys, int bits) {}

  /// A login by this mechanism; absent when the double does not know it.
  static Optional<Scram> by(String mechanism, String user, String password) {
    return switch (mechanism) {
      case "SCRAM-SHA512" ->
          Optional.of(
              new Scram(
                  new Algorithm("SHA-512", "HmacSHA512", "PBKDF2WithHmacSHA512", 512),
                  user,
                  password));
      case "SCRAM-SHA256" ->
          Optional.of(
              new Scram(
                  new Algorithm("SHA-256", "HmacSHA256", "PBKDF2WithHmacSHA256", 256),
                  user,
                  password));
      default -> Optional.empty();
    };
  }

  /// The answer to the client's first message; absent when it is another user.
  Optional<String> challenge(String clientFirst) {
    String bare = clientFirst.substring(clientFirst.indexOf(",,") + 2);
    Map<Character, String> attributes = attributes(bare);
    if (!user.equals(attributes.get('n'))) {
      return Optional.empty();
    }
    String challenge =
        "r=%spolo,s=%s,i=%d"
            .formatted(attributes.get('r'), Base64.getEncoder().encodeToString(SALT), ITERATIONS);
    exchanged = bare + "," + challenge + ",";
    return Optional.of(challenge);
  }

  /// The answer to the client's last message; absent when the password was wrong.
  Optional<String> verdict(String clientFinal) {
    int proofAt = clientFinal.lastIndexOf(",p=");
    byte[] message = (exchanged + clientFinal.substring(0, proofAt)).getBytes(UTF_8);
    byte[] proof = Base64.getDecoder().decode(clientFinal.substring(proofAt + 3));
    try {
      byte[] salted = saltedPassword();
      byte[] clientKey = hmac(salted, "Client Key".getBytes(UTF_8));
      byte[] storedKey = MessageDigest.getInstance(algorithm.digest()).digest(clientKey);
      if (!Arrays.equals(proof, xor(clientKey, hmac(storedKey, message)))) {
        return Optional.empty();
      }
      byte[] signature = hmac(hmac(salted, "Server Key".getBytes(UTF_8)), message);
      return Optional.of("v=" + Base64.getEncoder().encodeToString(signature));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has these algorithms", e);
    }
  }

  private byte[] saltedPassword() throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, algorithm.bits());
    return SecretKeyFactory.getInstance(algorithm.keys()).generateSecret(spec).getEncoded();
  }

  private byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm.mac());
    mac.init(new SecretKeySpec(key, algorithm.mac()));
    return mac.doFinal(message);
  }

  private static byte[] xor(byte[] one, byte[] other) {
    byte[] both = new byte[one.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = (byte) (one[i] ^ other[i]);
    }
    return both;
  }

  private static Map<Character, String> attributes(String message) {
    Map<Character, String> attributes = new HashMap<>();
    for (String attribute : message.split(",", -1)) {
      attributes.put(attribute.charAt(0), attribute.substring(2));
    }
    return attributes;
  }
}
