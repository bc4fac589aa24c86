import { gatewayProcess } from '../../gateway/index.ts';
import { pastThread } from '../../report/index.ts';

// The gateway of a lab that is kept: people look at what it did, so it can say what its journal has.
gatewayProcess(pastThread);
