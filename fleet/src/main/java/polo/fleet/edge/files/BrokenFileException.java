package polo.fleet.edge.files;

import java.io.IOException;

/// From here on the file makes no sense. [FixFile] turns it into a flaw.
final class BrokenFileException extends IOException {

  private final String where;

  BrokenFileException(String where, String message) {
    super(message);
    this.where = where;
  }

  String where() {
    return where;
  }
}
