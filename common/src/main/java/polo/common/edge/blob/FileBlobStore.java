package polo.common.edge.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Blobs as files under one folder; the key is the path. The blob store of an embedded fleet, for
/// one machine: any number of processes may use the folder.
///
/// A blob is written beside the others, forced to the disk and then renamed, so that nobody ever
/// sees half of it and none is lost once `put` has answered. Only keys that [BlobKeys#isKey] allows
/// reach the file system: none of them leads out of the folder.
public final class FileBlobStore implements BlobStore {

  /// Begins with a dot, which no key does.
  private static final String UNFINISHED = ".unfinished";

  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path root;
  private final Object folders = new Object();

  private FileBlobStore(Path root) {
    this.root = root;
  }

  /// Opens or makes the folder. What a process that died left unfinished a day ago is cleared away.
  public static FileBlobStore open(Path root) {
    FileBlobStore store = new FileBlobStore(root);
    return store.trying(
        "cannot open",
        () -> {
          Files.createDirectories(root.resolve(UNFINISHED));
          store.clearAbandoned(Instant.now().minus(ABANDONED));
          return store;
        });
  }

  @Override
  public boolean put(String key, byte[] bytes) {
    Path blob = path(key);
    return trying("cannot write " + key, () -> !isBlob(blob) && write(blob, bytes));
  }

  @Override
  public Optional<byte[]> get(String key) {
    Path blob = path(key);
    return trying(
        "cannot read " + key,
        () -> {
          try {
            return isBlob(blob) ? Optional.of(Files.readAllBytes(blob)) : Optional.empty();
          } catch (NoSuchFileException e) {
            return Optional.empty(); // removed between the two
          }
        });
  }

  @Override
  public boolean exists(String key) {
    Path blob = path(key);
    return trying("cannot see " + key, () -> isBlob(blob));
  }

  @Override
  public boolean remove(String key) {
    Path blob = path(key);
    return trying(
        "cannot remove " + key,
        () -> {
          boolean removed = isBlob(blob) && Files.deleteIfExists(blob);
          if (removed) {
            force(removeEmptyFolders(folderOf(blob)));
          }
          return removed;
        });
  }

  @Override
  public List<String> keys(String prefix, @Nullable String after, int limit) {
    FileKeys keys = new FileKeys(prefix, after == null ? "" : after, limit);
    return trying("cannot list " + prefix, () -> keys.under(root));
  }

  @Override
  public String describe() {
    return "files in " + root;
  }

  /// A disk that does not answer is not an absent blob: a job would be given up for it.
  private boolean isBlob(Path blob) throws IOException {
    try {
      return Files.readAttributes(blob, BasicFileAttributes.class).isRegularFile();
    } catch (NoSuchFileException e) {
      return false;
    } catch (FileSystemException e) {
      if (leadsThroughBlob(blob)) {
        return false;
      }
      throw e;
    }
  }

  private boolean leadsThroughBlob(Path blob) {
    Path folder = folderOf(blob);
    while (!folder.equals(root) && !Files.isRegularFile(folder)) {
      folder = folderOf(folder);
    }
    return !folder.equals(root);
  }

  private boolean write(Path blob, byte[] bytes) throws IOException {
    Path unfinished = root.resolve(UNFINISHED).resolve(UUID.randomUUID().toString());
    try {
      writeAndForce(unfinished, bytes);
      moveInto(blob, unfinished);
      return true;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeAndForce(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private void moveInto(Path blob, Path unfinished) throws IOException {
    // A folder may go again before the file is in it, when its last blob is removed: under the lock
    // for this process, and again for others.
    for (int attempt = 1; ; attempt++) {
      try {
        synchronized (folders) {
          makeFolders(folderOf(blob));
          Files.move(unfinished, blob, StandardCopyOption.ATOMIC_MOVE);
        }
        force(folderOf(blob));
        return;
      } catch (NoSuchFileException e) {
        if (attempt == 5) {
          throw e;
        }
      }
    }
  }

  /// Makes what is missing of the way to `folder`, each entry forced before anyone relies on it.
  private void makeFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    makeFolders(folderOf(folder));
    Files.createDirectories(folder);
    force(folderOf(folder));
  }

  /// Leaves no trace of an owner whose last blob went. Answers the first folder that stays.
  private Path removeEmptyFolders(Path folder) throws IOException {
    Path empty = folder;
    synchronized (folders) {
      try {
        while (!empty.equals(root)) {
          Files.deleteIfExists(empty);
          empty = folderOf(empty);
        }
      } catch (DirectoryNotEmptyException e) {
        // Others still have blobs there.
      }
    }
    return empty;
  }

  /// Forces a folder's entries to the disk.
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (NoSuchFileException e) {
      // Gone with its last entry; whoever removed it forces the folder above.
    } catch (AccessDeniedException e) {
      // Windows opens no folders, and keeps their entries by itself.
    }
  }

  private void clearAbandoned(Instant before) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(UNFINISHED))) {
      for (Path file : files.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path path(String key) {
    if (!BlobKeys.isKey(key)) {
      throw new IllegalArgumentException("not a blob key: " + key);
    }
    return root.resolve(key);
  }

  /// There is one: all we touch lies below the root.
  private static Path folderOf(Path path) {
    return Objects.requireNonNull(path.getParent());
  }

  /// Something that needs the file system.
  private interface Step<T> {
    T take() throws IOException;
  }

  private <T> T trying(String what, Step<T> step) {
    try {
      return step.take();
    } catch (IOException e) {
      throw new BlobStoreUnavailableException(what + " in " + root + ": " + e.getMessage(), e);
    }
  }
}
