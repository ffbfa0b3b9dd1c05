"""Runs one plain program, and tells when each of its chunks begins and ends, on which core, in which process.

The program knows nothing of this file: a module with a function that works on one chunk, and functions that
carry out all chunks by one approach. The chunk function is exchanged for one that reports. Reports are lines on
standard output that begin with a token which nobody else knows; every line is one write, so that those of several
processes do not mix. All times are those of the monotonic clock that all processes of the machine share.

Works from Python 3.8 on, and whichever way a pool starts its processes (fork, forkserver, spawn): the chunk
function goes to another process by name, and that process wraps it anew.
"""

import importlib.util
import os
import signal
import sys
import threading
import time

# In the environment, for that is what every way of starting a process hands on.
(TOKEN, SIZE, TASKS, WORKERS, PRECISE, CHUNK_FUNCTION, FUNCTION, FILE) = os.environ[
    "LEARN_CONCURRENCY_PROGRAM"
].split("\n", 7)
# Chunks of a few microseconds would be drowned by their reports: these are kept until all is over.
PRECISE = PRECISE == "precise"

MODULE = "lab_program"
_here = threading.local()
_kept = []
_main_process = None


def say(*words):
    """Writes one report. Empty lines are nothing; the first one ends whatever somebody else has begun."""
    os.write(1, "\n{} {}\n".format(TOKEN, " ".join(map(str, words))).encode())


def thread():
    """Process and thread, as the system numbers them."""
    return "{} {}".format(os.getpid(), threading.get_native_id())


def core():
    """The core that the calling thread runs on (proc_pid_stat(5), field 39); `-` where the system does not tell."""
    try:
        if getattr(_here, "process", None) != os.getpid():  # a new thread, or a copy of it made by fork
            _here.stat = os.open("/proc/thread-self/stat", os.O_RDONLY)
            _here.process = os.getpid()
        return os.pread(_here.stat, 1024, 0).rpartition(b")")[2].split()[36].decode()
    except (OSError, IndexError, AttributeError):
        return "-"


class Reported:
    """The chunk function, with a report before and after each chunk."""

    def __init__(self, function):
        self.function = function

    def __reduce__(self):
        return (reported, ())

    def __call__(self, chunk):
        if PRECISE:
            began = time.monotonic_ns()
            result = self.function(chunk)
            ended = time.monotonic_ns()
            if os.getpid() == _main_process:
                _kept.append((chunk[0], began, ended, threading.get_native_id()))
            else:
                where = "{} {} {}".format(thread(), core(), time.thread_time_ns())
                say("start", chunk[0], began, where)
                say("end", chunk[0], ended, where)
            return result
        kind = "fail"
        say("start", chunk[0], time.monotonic_ns(), thread(), core(), time.thread_time_ns())
        try:
            result = self.function(chunk)
            kind = "end"
            return result
        finally:
            say(kind, chunk[0], time.monotonic_ns(), thread(), core(), time.thread_time_ns())


def load():
    """The program, loaded once in each process."""
    program = sys.modules.get(MODULE)
    if program is None:
        spec = importlib.util.spec_from_file_location(MODULE, FILE)
        program = importlib.util.module_from_spec(spec)
        sys.modules[MODULE] = program
        spec.loader.exec_module(program)
        setattr(program, CHUNK_FUNCTION, Reported(getattr(program, CHUNK_FUNCTION)))
    return program


def reported():
    return getattr(load(), CHUNK_FUNCTION)


def say_here():
    """A process of a pool is there."""
    say("here", time.monotonic_ns(), thread())


def end_with_parent():
    """Waits until nobody holds the other end of standard input any more, and takes all processes along."""
    while os.read(0, 1):
        pass
    if hasattr(os, "killpg"):
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


def children_cpu_ns():
    """CPU time of processes that were started, and waited for."""
    try:
        import resource
    except ImportError:
        return 0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return int((used.ru_utime + used.ru_stime) * 1e9)


def run():
    function = getattr(load(), FUNCTION)
    numbers, tasks = range(int(SIZE)), int(TASKS)
    size = len(numbers)
    chunks = [numbers[i * size // tasks : (i + 1) * size // tasks] for i in range(tasks)]
    arguments = (chunks, int(WORKERS))[: function.__code__.co_argcount]
    say("ready", time.monotonic_ns(), thread(), ".".join(map(str, sys.version_info[:3])))
    if os.read(0, 1) != b"g":
        return
    threading.Thread(target=end_with_parent, daemon=True).start()

    children_cpu = children_cpu_ns()
    where = "{} {} {}".format(thread(), core(), time.thread_time_ns())
    if not PRECISE:
        say("begin", time.monotonic_ns(), where)
    cpu = time.process_time_ns()
    began = time.monotonic_ns()
    result = function(*arguments)
    ended = time.monotonic_ns()
    cpu = time.process_time_ns() - cpu
    children_cpu = children_cpu_ns() - children_cpu
    if PRECISE:
        say("begin", began, where)
        core_now, cpu_now = core(), time.thread_time_ns()
        for first, chunk_began, chunk_ended, thread_id in _kept:
            own = thread_id == threading.get_native_id()
            at = "{} {} {} {}".format(os.getpid(), thread_id, *((core_now, cpu_now) if own else ("-", "-")))
            say("start", first, chunk_began, at)
            say("end", first, chunk_ended, at)
    say("done", began, ended, cpu, children_cpu, result)


if __name__ == "__main__":
    _main_process = os.getpid()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=say_here)
    try:
        run()
    except BaseException as error:
        text = "{}: {}".format(type(error).__name__, error)
        say("failed", text.encode("utf-8", "replace")[:400].hex() or "-")
elif __name__ == "__mp_main__":
    # A process that was not forked from the first one; others may be forked from it.
    say_here()
    load()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=say_here)
