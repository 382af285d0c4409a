// A process of its own: lints all files of a folder once, and prints how many milliseconds that took without reading
// them. The first pass is slow, because nothing is compiled yet, and cannot be measured twice in one process.

import { readCorpus } from './corpus.ts';
import { lintOnce } from './lint-once.ts';

const { files } = readCorpus(process.argv[2] ?? '.');
const started = performance.now();
for (const file of files) lintOnce(file);
console.log(performance.now() - started);
