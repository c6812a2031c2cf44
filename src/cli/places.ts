/** The folder a file stands in, with its slash; empty for the folder the command runs in. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** The folder two files stand in; empty when it is not the same. */
export function commonFolder(a: string, b: string): string {
  return folderOf(a) === folderOf(b) ? folderOf(a) : "";
}

/** A place as seen from a folder. */
export function seenFrom(folder: string, place: string): string {
  return place.startsWith(folder) ? place.slice(folder.length) : place;
}
