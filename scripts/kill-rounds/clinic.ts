import { randomUUID } from 'node:crypto';
import { spawnGroup } from './own-group.ts';
import type { OwnGroup } from './own-group.ts';
import { trialClock, zone } from './sheets.ts';

/** Makes the organization that these rounds are about, and a key by which scripts may do everything there. */
export async function openClinic(dataDir: string, logFile: string): Promise<{ apiKey: string }> {
  const admin = async (args: string[]): Promise<OwnGroup> => {
    const command = spawnGroup(
      ['scripts/admin.ts', ...args, '--data', dataDir, '--trial-clock', trialClock],
      logFile,
    );
    const code = await command.ended;
    if (code !== 0) throw new Error(`admin ${args[0]} left with ${code}:\n${command.said()}`);
    return command;
  };
  const owner = ['--organization', '二十条命', '--login', 'owner', '--password', randomUUID()];
  await admin(['create-owner', ...owner, '--clinic', '滨江门诊', '--timezone', zone]);
  const made = await admin(['create-api-key', '--name', 'kill rounds']);
  const [apiKey] = await made.says(/k\.[\w-]{22}\.[\w-]{43}/);
  return { apiKey };
}
