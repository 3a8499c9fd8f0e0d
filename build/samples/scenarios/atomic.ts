import { run, type SampleScenario } from '../scenario.ts';

const linuxShell = { path: '/usr/bin/bash', command: '-bash', parent: 'sshd' } as const;
const windowsShell = {
  path: 'C:\\Windows\\System32\\cmd.exe',
  command: '"C:\\WINDOWS\\system32\\cmd.exe"',
  parent: 'explorer.exe',
} as const;

const luaExe = 'C:\\Tools\\Lua\\5.1\\lua.exe';

/** The rule's three tests, in the style of Atomic Red Team (which has none for T1059.011), on Windows. */
export const atomicWindows: readonly SampleScenario[] = [
  {
    id: 'atomic-os-command-windows',
    label: 'TP',
    devices: ['lab-win-01'],
    parent: windowsShell,
    processes: [
      run('interpreter', luaExe, `lua.exe -e "os.execute('whoami')"`, {
        ...run(
          'shell',
          'C:\\Windows\\System32\\cmd.exe',
          'C:\\WINDOWS\\system32\\cmd.exe /c whoami',
          run('whoami', 'C:\\Windows\\System32\\whoami.exe', 'whoami'),
        ),
      }),
    ],
  },
  {
    id: 'atomic-network-connection-windows',
    label: 'TP',
    devices: ['lab-win-01'],
    parent: windowsShell,
    processes: [
      run(
        'interpreter',
        luaExe,
        `lua.exe -e "local socket=require('socket') local c=assert(socket.tcp()) c:settimeout(2) print(c:connect('127.0.0.1', 4444)) c:close()"`,
      ),
    ],
  },
  {
    id: 'atomic-dynamic-code-windows',
    label: 'TP',
    devices: ['lab-win-01'],
    parent: windowsShell,
    processes: [
      run('interpreter', luaExe, `lua.exe -e "assert(loadstring('print(os.getenv([[USERNAME]]))'))()"`),
      run(
        'luajit',
        'C:\\Tools\\LuaJIT\\luajit.exe',
        `luajit.exe -e "loadstring(string.char(112,114,105,110,116,40,55,41))()"`,
      ),
    ],
  },
];

/** The same on Linux: what Defender makes of auditd's EXECVE records. */
export const atomicLinux: readonly SampleScenario[] = [
  {
    id: 'atomic-os-command-linux',
    label: 'TP',
    devices: ['lab-lx-01'],
    parent: linuxShell,
    processes: [
      run(
        'interpreter',
        '/usr/local/bin/lua',
        `lua -e 'os.execute("whoami")'`,
        run('shell', '/usr/bin/dash', 'sh -c whoami', run('whoami', '/usr/bin/whoami', 'whoami')),
      ),
    ],
  },
  {
    id: 'atomic-network-connection-linux',
    label: 'TP',
    devices: ['lab-lx-01'],
    parent: linuxShell,
    processes: [
      run(
        'interpreter',
        '/usr/bin/lua5.3',
        `lua5.3 -e 'local s = require("socket"); local c = assert(socket.tcp()); c:connect("127.0.0.1", 4444); c:close()'`,
      ),
    ],
  },
  {
    id: 'atomic-dynamic-code-linux',
    label: 'TP',
    devices: ['lab-lx-01'],
    parent: linuxShell,
    processes: [
      run('interpreter', '/usr/bin/lua5.1', `lua5.1 -e 'loadstring("print(6 * 7)")()'`),
      run('script', '/usr/bin/luajit-2.1.0-beta3', 'luajit /tmp/stage2.lua'),
    ],
  },
];
