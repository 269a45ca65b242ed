/// The documents Polo writes, their keys and their shapes. Pure: field names here are the JSON
/// names.
@NullMarked
package polo.common.document;

import org.jspecify.annotations.NullMarked;
