/**
 * Work on many runs in small pieces: yields after each, so that others can have their turn, and gives its result at the
 * end. A piece is a few milliseconds at most.
 */
export type Steps<Result> = Generator<null, Result>;
