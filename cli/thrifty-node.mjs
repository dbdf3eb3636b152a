// An import of a whole directory holds little at once; without these words V8 would keep what it has read for later. For the
// command and for the worker, which reads uploads.
export const thriftyNode = ["--max-semi-space-size=8", "--heap-growing-percent=50"];
