import { confine, gatewayCapabilities, gatewayNodeOptions, isReadableAsRoot } from '../sys/index.ts';

// What `bin/jalur run` loads first: from here on no thread of it has more rights than a gateway needs. To read what is its
// owner's alone is one more; it is kept where the configuration lies so, as it may have to be read again.
const paths = process.argv.slice(3).filter(word => !word.startsWith('-'));
const reading = paths.every(isReadableAsRoot) ? [] : (['DAC_READ_SEARCH'] as const);

// Threads share one heap of malloc(3) (bench/scale measures what that saves).
process.env['MALLOC_ARENA_MAX'] ??= '1';
confine([...gatewayCapabilities, ...reading], gatewayNodeOptions);
