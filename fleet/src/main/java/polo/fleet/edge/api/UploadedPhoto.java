package polo.fleet.edge.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/// A photo as a request brings it, on disk until it is known whole: a slow sender costs no memory.
///
/// @param file to be deleted by closing this
/// @param fields `user`, `fileName`, `uploadedAt`, `userZone`, `privacy`: from the form, or from
///   the address
record UploadedPhoto(Path file, Map<String, String> fields) implements AutoCloseable {

  private static final String MULTIPART = "multipart/form-data";
  private static final int LONGEST_FIELD = 2048;
  private static final String FILE_NAME = "fileName";

  /// Reads the request to its end: a form with one file, or the bytes of the photo alone.
  static UploadedPhoto read(HttpServletRequest request) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
    UploadedPhoto photo = new UploadedPhoto(Files.createTempFile("polo-photo", ".part"), fields);
    try {
      photo.fill(request);
      return photo;
    } catch (IOException | RuntimeException e) {
      photo.close();
      throw e;
    }
  }

  private void fill(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.startsWith(MULTIPART)) {
      keep(request.getInputStream());
      return;
    }
    try {
      FileItemIterator parts = new FileUpload().getItemIterator(new Form(request));
      while (parts.hasNext()) {
        part(parts.next());
      }
    } catch (FileUploadException e) {
      throw cause(e, BodyRefusedException.class);
    }
  }

  private void part(FileItemStream part) throws IOException {
    try (InputStream content = part.openStream()) {
      if (part.isFormField()) {
        byte[] text = content.readNBytes(LONGEST_FIELD);
        fields.put(part.getFieldName(), new String(text, StandardCharsets.UTF_8));
      } else {
        keep(content);
        if (part.getName() != null && !part.getName().isEmpty()) {
          fields.putIfAbsent(FILE_NAME, part.getName());
        }
      }
    }
  }

  private void keep(InputStream content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      content.transferTo(out);
    }
  }

  @Nullable String field(String name) {
    String value = fields.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static <E extends IOException> IOException cause(IOException e, Class<E> type) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return new BodyRefusedException(
        Problem.of(ProblemCode.REQUEST_INVALID, "the form is broken: " + e.getMessage()));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  /// The request as the reader of forms wants it.
  private record Form(HttpServletRequest request) implements UploadContext {

    @Override
    public @Nullable String getCharacterEncoding() {
      return request.getCharacterEncoding();
    }

    @Override
    public @Nullable String getContentType() {
      return request.getContentType();
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return request.getInputStream();
    }
  }
}
