package polo.testkit.photo;

/// A part of a picture; layers are painted from far to near.
sealed interface Layer permits Sky, Ridge, Houses, Water {

  void paint(Canvas canvas);
}
