package polo.fleet.edge.documents;

import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import polo.common.document.Leg;
import polo.common.document.Stay;
import polo.common.document.Trip;
import polo.common.earth.Coordinate;
import polo.common.earth.Polyline;
import polo.common.edge.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A timeline for maps: its stays as points, the ways of its trips as lines.
///
/// @param trips those of the timeline, with their ways
public record TimelineMap(Timeline timeline, List<Trip> trips) {

  private static final String GPX = "http://www.topografix.com/GPX/1/1";

  public TimelineMap {
    trips = List.copyOf(trips);
  }

  /// A feature collection (RFC 7946): a point for each stay, a line for each leg of a trip, without
  /// geometry where nobody knows the way.
  public String geoJson() {
    PlaceNames names = names();
    ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (Stay stay : timeline.stays()) {
      ObjectNode feature = features.addObject().put("type", "Feature").put("id", stay.id());
      ArrayNode position =
          feature.putObject("geometry").put("type", "Point").putArray("coordinates");
      position.add(stay.lon()).add(stay.lat());
      properties(feature, "stay", stay.start(), stay.end())
          .put("placeId", stay.placeId())
          .put("name", stay.placeId() == null ? null : names.of(stay.placeId()));
    }
    for (Trip trip : trips) {
      for (Leg leg : trip.legs()) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        addLine(feature, Polyline.decode(leg.polyline()));
        properties(feature, "leg", leg.start(), leg.end())
            .put("tripId", trip.id())
            .put("mode", modeOf(leg))
            .put("distanceMeters", leg.distanceMeters())
            .put("inferred", leg.inferred());
      }
    }
    return Json.line(collection);
  }

  /// GPX 1.1: a waypoint for each stay, a track for each trip, a segment for each leg. Ways are
  /// simplified, so their points have no time.
  public String gpx() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("gpx");
      xml.writeDefaultNamespace(GPX);
      xml.writeAttribute("version", "1.1");
      xml.writeAttribute("creator", "Polo");
      PlaceNames names = names();
      for (Stay stay : timeline.stays()) {
        point(xml, "wpt", new Coordinate(stay.lat(), stay.lon()));
        element(xml, "time", stay.start().toString());
        element(xml, "name", names.of(stay.placeId()));
        xml.writeEndElement();
      }
      for (Trip trip : trips) {
        track(xml, trip, names);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text takes everything", e);
    }
    return text.toString();
  }

  private static void track(XMLStreamWriter xml, Trip trip, PlaceNames names)
      throws XMLStreamException {
    xml.writeStartElement("trk");
    element(xml, "name", names.of(trip.fromPlaceId()) + " → " + names.of(trip.toPlaceId()));
    element(xml, "desc", "%s to %s".formatted(trip.start(), trip.end()));
    for (Leg leg : trip.legs()) {
      xml.writeStartElement("trkseg");
      for (Coordinate point : Polyline.decode(leg.polyline())) {
        point(xml, "trkpt", point);
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void point(XMLStreamWriter xml, String name, Coordinate at)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeAttribute("lat", Double.toString(at.latitude()));
    xml.writeAttribute("lon", Double.toString(at.longitude()));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(printable(text));
    xml.writeEndElement();
  }

  /// Names are the user's, and not every character may be in XML.
  private static String printable(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
  }

  private static void addLine(ObjectNode feature, List<Coordinate> way) {
    if (way.size() < 2) {
      feature.putNull("geometry");
      return;
    }
    ArrayNode line =
        feature.putObject("geometry").put("type", "LineString").putArray("coordinates");
    way.forEach(point -> line.addArray().add(point.longitude()).add(point.latitude()));
  }

  private static ObjectNode properties(
      ObjectNode feature, String type, Instant start, Instant end) {
    return feature
        .putObject("properties")
        .put("type", type)
        .put("start", start.toString())
        .put("end", end.toString());
  }

  private static @Nullable String modeOf(Leg leg) {
    return Json.mapper().convertValue(leg.mode(), String.class);
  }

  private PlaceNames names() {
    Map<String, String> names = new HashMap<>();
    timeline.places().forEach(place -> names.put(place.place().id(), place.label()));
    return new PlaceNames(names);
  }
}
