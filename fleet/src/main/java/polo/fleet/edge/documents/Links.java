package polo.fleet.edge.documents;

import org.jspecify.annotations.Nullable;
import polo.common.document.Address;
import polo.common.document.Photo;

/// Where a photo belongs; absent where nobody knows.
record Links(
    @Nullable Address address,
    @Nullable String placeId,
    @Nullable String stayId,
    @Nullable String tripId) {

  Links(Photo photo) {
    this(photo.address(), photo.placeId(), photo.stayId(), photo.tripId());
  }
}
