import { text } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `tls-host=*.example.com`: what the client's TLS greeting names. */
export const tlsHost = holding('pattern', { ...text, name: 'host pattern', example: '*.example.com' });
