import { rmSync } from 'node:fs';
import { join } from 'node:path';

// A package must hold one build: `dist/` keeps the parts of earlier ones for readers still open.
rmSync(join(import.meta.dirname, '../../dist'), { recursive: true, force: true });
