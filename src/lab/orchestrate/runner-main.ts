import { runInside } from '../runner/inside.ts';
import { serveOrders } from './serve-orders.ts';

/** What a lane's process runs: takes orders until the front process closes its input. */
await runInside(serveOrders);
