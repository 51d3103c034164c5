// Whoever starts the tests may want colours; programs that tests start print plain text, which the tests read.
delete process.env.FORCE_COLOR;
delete process.env.NO_COLOR;
