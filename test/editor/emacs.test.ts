// Emacs with eglot.
import path from 'node:path';
import { describeClient } from './language-client.ts';
import { here } from './support.ts';

const probe = path.join(here, 'emacs', 'probe.el');
describeClient({ name: 'Emacs', command: 'emacs', args: ['-q', '--batch', '-l', probe] });
