/// Makes renditions with ImageIO, TwelveMonkeys and Thumbnailator.
@NullMarked
package polo.images.edge.render;

import org.jspecify.annotations.NullMarked;
