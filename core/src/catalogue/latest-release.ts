// Made by `npm run generate:directives`: the newest systemd release that the tables describe.

/** What `"latest"` means as a target version. */
export const latestRelease = 262;
