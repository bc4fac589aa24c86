import { gatewayProcess } from './process.ts';

gatewayProcess();
