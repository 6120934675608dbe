import { z } from 'zod';

export const idShape = z.uuid();
export const byId = z.object({ id: idShape });
