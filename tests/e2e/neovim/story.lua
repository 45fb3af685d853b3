-- A student's way from a failing test to a passing one in plain Neovim, without any plugin of ours.
-- What was shown is written as JSON to the file in $GADFLY_OUT.

local patience = 30000
local seen = { selections = {}, questions = {}, messages = {}, edits = {} }
local answers = { "3", "2" } -- then the question is dismissed

local function await(what, claim)
  assert(vim.wait(patience, claim, 20), "waited in vain for " .. what)
end

local function diagnostics()
  return vim.tbl_map(function(each) return each.message end, vim.diagnostic.get(0))
end

local function answer(question, choices)
  table.insert(seen.questions, { text = question, choices = choices })
  local wanted = table.remove(answers, 1)
  for index, choice in ipairs(choices) do
    if choice == wanted then return index end
  end
end

-- Neovim 0.7 asks with inputlist(), where the first two entries are the message and a heading.
vim.fn.inputlist = function(lines)
  local choices = {}
  for index = 3, #lines do
    table.insert(choices, (lines[index]:gsub("^%d+%. ", "")))
  end
  return answer(lines[1], choices) or 0
end

-- Newer ones ask with vim.ui.select, as all do for code actions.
vim.ui.select = function(items, options, on_choice)
  local format = options.format_item or tostring
  local titles = vim.tbl_map(format, items)
  if options.kind == "codeaction" then
    vim.list_extend(seen.selections, titles)
    for index, title in ipairs(titles) do
      if title:find("Think it through", 1, true) then return on_choice(items[index], index) end
    end
    return on_choice(nil, nil)
  end
  local question = (options.prompt or ""):gsub(": $", "") -- which Neovim puts behind it
  local index = answer(question, titles)
  on_choice(index and items[index], index)
end

vim.lsp.handlers["workspace/applyEdit"] = function(_, params)
  table.insert(seen.edits, vim.inspect(params))
  return { applied = false }
end

vim.lsp.handlers["window/showMessage"] = function(_, params)
  table.insert(seen.messages, params.message)
end

local function start()
  local settings = {
    name = "gadfly",
    cmd = { vim.env.GADFLY_PYTHON, "-I", "-m", "gadfly_server", "serve", "--stdio" },
    root_dir = vim.fn.expand("%:p:h"),
  }
  if vim.lsp.start then
    vim.lsp.start(settings)
  else
    vim.lsp.buf_attach_client(0, vim.lsp.start_client(settings))
  end
end

-- The lines of docs/protocol.md, as a student would put them into init.lua.
local function map_keys()
  local page = table.concat(vim.fn.readfile(vim.env.GADFLY_PAGE), "\n")
  local lines = assert(page:match("### In Neovim.-```lua\n(.-)```"), "the page has no mapping")
  vim.g.mapleader = " "
  assert(loadstring(lines))()
end

local function press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "mx", false)
end

local function notebook_and_run()
  map_keys()
  vim.ui.input = function(_, on_confirm) on_confirm("total on line 3 is 0") end
  press(" gs")
  await("what the run says", function() return #seen.messages == 1 end)
  vim.ui.input = function(_, on_confirm) on_confirm("all is wrong") end
  vim.notify = function(message) seen.notified = message end
  press(" gs")
  await("what cannot be read", function() return seen.notified ~= nil end)
  local before = vim.api.nvim_get_current_buf()
  press(" gt")
  await("the run", function() return vim.api.nvim_get_current_buf() ~= before end)
  seen.run = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
  vim.cmd("silent! only! | buffer " .. before)
end

local function story()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.GADFLY_FILE))
  start()
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  await("the server", function() return clients()[1] ~= nil and clients()[1].server_capabilities.codeActionProvider end)

  vim.cmd("write")
  await("the headline", function() return #diagnostics() == 1 end)
  seen.headline = diagnostics()[1]

  vim.api.nvim_win_set_cursor(0, { 1, 4 })
  vim.lsp.buf.code_action()
  await("three questions", function() return #seen.questions == 3 end)
  notebook_and_run()

  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  seen.before = table.concat(lines, "\n")
  for index, line in ipairs(lines) do
    lines[index] = line:gsub("range%(1, ", "range(")
  end
  vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  vim.cmd("write")
  await("silence", function() return #diagnostics() == 0 end)
  await("the last word", function() return #seen.messages > 1 end)
end

local fine, problem = pcall(story)
seen.problem = not fine and tostring(problem) or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.GADFLY_OUT)
vim.cmd("qall!")
