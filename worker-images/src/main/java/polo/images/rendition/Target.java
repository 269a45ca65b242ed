package polo.images.rendition;

import polo.images.photo.PixelSize;

/// A rendition to be made.
///
/// @param name the long side aimed at, in pixels
/// @param size upright
public record Target(String name, PixelSize size) {}
