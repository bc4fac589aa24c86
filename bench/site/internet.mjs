/** What stands in the Internet of the bare bench: as in the lab's topology of the paper. */
export const serverAddresses = Array.from({ length: 60 }, (_, i) => `203.0.113.${i + 1}`);
export const canaries = ['8.8.4.4', '208.67.220.220', '9.9.9.9', '1.0.0.1'];
export const resolvers = ['1.1.1.1', '8.8.8.8'];
