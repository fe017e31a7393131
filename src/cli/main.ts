#!/usr/bin/env node
import './collect-soon.ts';

// Loaded only now: what is decided of the heap counts from here on.
await import('./program.ts');
