package polo.images.rendition;

import java.util.List;
import polo.common.job.Reason;
import polo.images.impression.Miniature;

/// What rendering can end in.
public sealed interface Rendered {

  /// All of the picture is there.
  ///
  /// @param engine which renderer made them
  /// @param smallest the pixels of the smallest of them
  record Whole(String engine, List<Rendition> renditions, Miniature smallest) implements Rendered {
    public Whole {
      renditions = List.copyOf(renditions);
    }
  }

  /// Part of the picture is missing or damaged; the renditions show what there is.
  record Partial(String engine, List<Rendition> renditions, Miniature smallest, Reason reason)
      implements Rendered {
    public Partial {
      renditions = List.copyOf(renditions);
    }
  }

  /// Not a pixel could be had.
  record Failed(Reason reason) implements Rendered {}
}
