// Exit codes of `ctl` beside those of the whole program: 0 as asked, 1 not as asked, 2 wrong usage, and otherwise what
// a program on a machine ended with.

/** The user gave up: 128 and the number of SIGINT, as shells have it. */
export const giveUpCode = 130;
