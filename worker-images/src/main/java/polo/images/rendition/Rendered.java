package polo.images.rendition;

import java.util.List;
import polo.common.job.Reason;

/// What rendering can end in.
public sealed interface Rendered {

  /// All of the picture is there.
  ///
  /// @param engine which renderer made them
  record Whole(String engine, List<Rendition> renditions) implements Rendered {
    public Whole {
      renditions = List.copyOf(renditions);
    }
  }

  /// Part of the picture is missing or damaged; the renditions show what there is.
  record Partial(String engine, List<Rendition> renditions, Reason reason) implements Rendered {
    public Partial {
      renditions = List.copyOf(renditions);
    }
  }

  /// Not a pixel could be had.
  record Failed(Reason reason) implements Rendered {}
}
