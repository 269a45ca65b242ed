package polo.common.edge.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How Polo and the brokers know each other. Secrets are in files, never in settings.
///
/// @param protocol as the brokers' listener has it
/// @param mechanism of SASL
/// @param user of SASL
/// @param passwordFile a file with nothing but that user's password
/// @param trustCertificate of the authority that signed the brokers' (PEM); the JDK's own if absent
/// @param keystore with our certificate (PKCS #12), for mutual TLS
/// @param keystorePasswordFile a file with nothing but the keystore's password
public record KafkaSecurity(
    @DefaultValue("PLAINTEXT") Protocol protocol,
    @DefaultValue("SCRAM-SHA-512") String mechanism,
    @Nullable String user,
    @Nullable Path passwordFile,
    @Nullable Path trustCertificate,
    @Nullable Path keystore,
    @Nullable Path keystorePasswordFile) {

  public static final KafkaSecurity NONE =
      new KafkaSecurity(Protocol.PLAINTEXT, "SCRAM-SHA-512", null, null, null, null, null);

  /// What a listener speaks.
  public enum Protocol {
    PLAINTEXT(false, false),
    SSL(true, false),
    SASL_PLAINTEXT(false, true),
    SASL_SSL(true, true);

    private final boolean encrypts;
    private final boolean asksForUser;

    Protocol(boolean encrypts, boolean asksForUser) {
      this.encrypts = encrypts;
      this.asksForUser = asksForUser;
    }
  }

  public KafkaSecurity {
    if (protocol.asksForUser != (user != null && passwordFile != null)) {
      throw new IllegalArgumentException(
          protocol.asksForUser
              ? protocol + " needs polo.kafka.security.user and password-file"
              : protocol + " knows no users: take polo.kafka.security.user and password-file away");
    }
    if (!protocol.encrypts && (trustCertificate != null || keystore != null)) {
      throw new IllegalArgumentException(
          protocol + " does not encrypt: certificates are for SSL and SASL_SSL");
    }
    if ((keystore == null) != (keystorePasswordFile == null)) {
      throw new IllegalArgumentException(
          "polo.kafka.security.keystore and keystore-password-file go together");
    }
  }
}
