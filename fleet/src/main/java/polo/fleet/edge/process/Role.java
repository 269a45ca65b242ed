package polo.fleet.edge.process;

import polo.geo.GeoWorker;
import polo.images.ImagesWorker;

/// What a process of the fleet does. Any number of each may run.
public enum Role {
  /// Derives timelines.
  GEO(GeoWorker.class),
  /// Works on photos.
  IMAGES(ImagesWorker.class),
  /// Shows what there is.
  CONSOLE(ConsoleApplication.class);

  private final Class<?> application;

  Role(Class<?> application) {
    this.application = application;
  }

  Class<?> application() {
    return application;
  }
}
