package polo.fleet.edge.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// GPX 1.0 and 1.1 (https://www.topografix.com/gpx.asp): track, route and way points that have a
/// time. Speed and course stand in GPX 1.0 and in the extensions of most recorders, accuracy in
/// some; `hdop` is no accuracy (it has no unit) and is not read as one.
///
/// DTDs are off, so a file can neither fetch anything nor blow up.
final class GpxFixReader implements FixFileReader {

  @Override
  public void read(InputStream in, FixSink sink) throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      try {
        new Walk(xml, sink).run();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever else lies on the class path: the switches below are known to work.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static IOException broken(XMLStreamException e) {
    if (e.getNestedException() instanceof IOException tornBytes) {
      return tornBytes;
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String message = e.getMessage() == null ? "not XML" : e.getMessage();
    // The JDK puts the position before what it has to say.
    int said = message.indexOf("Message: ");
    return new BrokenFileException(
        "line " + line, said < 0 ? message : message.substring(said + "Message: ".length()));
  }

  /// One pass over the elements. Only the point that is open is remembered.
  private static final class Walk {

    private final XMLStreamReader xml;
    private final FixSink sink;
    private final FixDraft draft = new FixDraft();
    private final StringBuilder text = new StringBuilder();
    private final Supplier<String> where;
    private @Nullable String point;
    private int pointLine;

    Walk(XMLStreamReader xml, FixSink sink) {
      this.xml = xml;
      this.sink = sink;
      this.where = () -> "line %d %s".formatted(pointLine, point);
    }

    void run() throws XMLStreamException, BrokenFileException {
      boolean isGpx = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            isGpx = isGpx || isRoot();
            start(xml.getLocalName());
          }
          case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
          default -> {
            // Comments and instructions say nothing about positions.
          }
        }
      }
    }

    private boolean isRoot() throws BrokenFileException {
      if (!xml.getLocalName().equals("gpx")) {
        throw new BrokenFileException("line 1", "the root is <%s>".formatted(xml.getLocalName()));
      }
      return true;
    }

    private void start(String name) {
      text.setLength(0);
      if (isPoint(name)) {
        point = name;
        pointLine = xml.getLocation().getLineNumber();
        draft.clear();
        draft.position(degrees("lat"), degrees("lon"));
      }
    }

    private double degrees(String attribute) {
      String value = xml.getAttributeValue(null, attribute);
      return value == null ? Double.NaN : number(value);
    }

    private void characters() {
      if (point != null) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }

    private void end(String name) {
      if (point == null) {
        return;
      }
      if (isPoint(name)) {
        draft.deliver(sink, where);
        point = null;
        return;
      }
      String value = text.toString().strip();
      text.setLength(0);
      if (!value.isEmpty()) {
        fact(name, value);
      }
    }

    private void fact(String name, String value) {
      switch (name) {
        case "time" -> draft.time(FixTime.parse(value), () -> value);
        case "ele" -> draft.altitude(number(value));
        case "accuracy" -> draft.accuracy(number(value));
        case "speed" -> draft.speed(number(value));
        case "course", "bearing" -> draft.heading(number(value));
        default -> {
          // Names, symbols, links.
        }
      }
    }

    private double number(String value) {
      double number = Decimals.parse(value);
      if (Double.isNaN(number)) {
        draft.flaw(FlawKind.BAD_NUMBER, FixDraft.quoted(value));
      }
      return number;
    }

    private static boolean isPoint(String name) {
      return name.equals("trkpt") || name.equals("rtept") || name.equals("wpt");
    }
  }
}
