import { run, type SampleScenario } from '../scenario.ts';

const system32 = 'C:\\Windows\\System32\\';
const taskScheduler = {
  path: `${system32}svchost.exe`,
  command: 'C:\\WINDOWS\\system32\\svchost.exe -k netsvcs -p -s Schedule',
  parent: 'services.exe',
  account: 'system',
} as const;

/**
 * The threats that the rule names, as far as process events can show them. File names are modelled: what matters is
 * where Lua shows and where it does not. Line Runner is absent: it runs inside a Cisco ASA, which writes no such events.
 */
export const threats: readonly SampleScenario[] = [
  {
    id: 'poetrat',
    label: 'TP',
    devices: ['hr-ws-003'],
    parent: {
      path: 'C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE',
      command: '"C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE"',
      parent: 'explorer.exe',
    },
    processes: [
      run(
        'document',
        'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE',
        ({ user }) =>
          `"C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE" /n "C:\\Users\\${user}\\Downloads\\energy_tender.docm"`,
        run(
          'shell',
          `${system32}cmd.exe`,
          'cmd.exe /c C:\\Users\\Public\\lua.exe C:\\Users\\Public\\smile_funs.lua',
          run(
            'interpreter',
            'C:\\Users\\Public\\lua.exe',
            'C:\\Users\\Public\\lua.exe C:\\Users\\Public\\smile_funs.lua',
            run('discovery', `${system32}cmd.exe`, 'cmd.exe /c systeminfo'),
          ),
        ),
      ),
    ],
  },
  {
    id: 'redline-renamed-interpreter',
    label: 'TP',
    devices: ['game-ws-07'],
    parent: { path: 'C:\\Windows\\explorer.exe', command: 'C:\\WINDOWS\\Explorer.EXE', parent: 'userinit.exe' },
    processes: [
      run(
        'installer',
        `${system32}msiexec.exe`,
        ({ user }) =>
          `"${system32}msiexec.exe" /i "C:\\Users\\${user}\\Downloads\\Cheat.Lab.2.7.2\\Cheat.Lab.2.7.2.msi"`,
        run(
          'interpreter',
          'C:\\Program Files\\Cheat Lab Inc\\Cheat Lab\\compiler.exe',
          '"C:\\Program Files\\Cheat Lab Inc\\Cheat Lab\\compiler.exe" readme.txt',
        ),
        run(
          'scheduled-task',
          `${system32}schtasks.exe`,
          'schtasks.exe /create /sc daily /st 11:20 /f /tn "Report Service" /tr "\\"C:\\ProgramData\\Report\\compiler.exe\\" readme.txt"',
        ),
      ),
      run('error-handler', `${system32}cmd.exe`, 'cmd.exe /c C:\\Windows\\Setup\\Scripts\\ErrorHandler.cmd'),
    ],
  },
  {
    id: 'redline-luajit-by-name',
    label: 'TP',
    devices: ['game-ws-07', 'sales-lt-31'],
    times: 4,
    parent: taskScheduler,
    processes: [
      {
        ...run(
          'interpreter',
          ({ user }) => `C:\\Users\\${user}\\AppData\\Local\\AudioManager\\luajit.exe`,
          ({ user }) => `"C:\\Users\\${user}\\AppData\\Local\\AudioManager\\luajit.exe" resource.txt`,
        ),
        account: 'user',
        integrity: 'Medium',
      },
    ],
  },
  {
    id: 'evilbunny',
    label: 'TP',
    devices: ['fin-ws-014'],
    parent: taskScheduler,
    processes: [
      run(
        'host',
        `${system32}netmgr32.exe`,
        `${system32}netmgr32.exe`,
        run(
          'antivirus-query',
          `${system32}wbem\\wmic.exe`,
          'wmic /namespace:\\\\root\\SecurityCenter2 path AntiVirusProduct get displayName',
        ),
        run('shell', `${system32}cmd.exe`, 'cmd.exe /c tasklist /v > C:\\Windows\\Temp\\~tl.dat'),
      ),
    ],
  },
  {
    id: 'project-sauron',
    label: 'TP',
    devices: ['fin-ws-022'],
    parent: { path: `${system32}lsass.exe`, command: `${system32}lsass.exe`, parent: 'wininit.exe', account: 'system' },
    processes: [
      run('host', 'C:\\Windows\\System32\\symnet32.exe', 'symnet32.exe'),
      run('discovery', `${system32}ipconfig.exe`, 'ipconfig /all'),
    ],
  },
];
