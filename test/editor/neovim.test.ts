// Neovim's built-in language client, which takes pushed diagnostics only.
import path from 'node:path';
import { describeClient } from './language-client.ts';
import { here } from './support.ts';

const probe = path.join(here, 'neovim', 'probe.lua');
describeClient({ name: 'Neovim', command: 'nvim', args: ['--headless', '--clean', '-n', '-c', `luafile ${probe}`] });
