#!/usr/bin/env node
// What npm links, also where there is no shell for the first lines of `jalur`.
require('./jalur');
