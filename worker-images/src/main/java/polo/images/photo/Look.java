package polo.images.photo;

import java.util.Optional;
import polo.common.job.Reason;

/// What a first look at an original can end in.
public sealed interface Look {

  /// What it is, when that could be told.
  Optional<ImageFormat> recognised();

  /// What could be read of its header.
  Optional<ImageHeader> readHeader();

  /// A picture that may be decoded.
  record Seen(ImageHeader header) implements Look {
    @Override
    public Optional<ImageHeader> readHeader() {
      return Optional.of(header);
    }

    @Override
    public Optional<ImageFormat> recognised() {
      return Optional.of(header.format());
    }
  }

  /// Not a picture, a forbidden one, a broken one or one beyond the budget.
  record Refused(Optional<ImageFormat> recognised, Optional<ImageHeader> readHeader, Reason reason)
      implements Look {}
}
