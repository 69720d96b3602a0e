package io

import "sync"

// pipe hands each write to one or more reads: the writer offers the rest of its bytes on data
// and hears on taken how many of them a read took.
type pipe struct {
	writing sync.Mutex
	data    chan []byte
	taken   chan int
	once    sync.Once
	done    chan struct{}

	mu       sync.Mutex
	readErr  error // what the reader was closed with
	writeErr error // what the writer was closed with
}

// PipeReader is the end of a pipe that is read from.
type PipeReader struct{ p *pipe }

// PipeWriter is the end of a pipe that is written to.
type PipeWriter struct{ p *pipe }

// Pipe makes a pipe without a buffer: a Write waits until Reads have taken all its bytes or the
// reader is closed. Reads, writes and closes may come from any goroutines.
//
//	r, w := io.Pipe()
//	go func() {
//		fmt.Fprintln(w, "hello")
//		w.Close()
//	}()
//	data, _ := io.ReadAll(r)
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{data: make(chan []byte), taken: make(chan int), done: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}

// closed returns the error that a read (or write) sees once the pipe is closed.
func (p *pipe) closed(reading bool) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if reading && p.readErr == nil && p.writeErr != nil {
		return p.writeErr
	}
	if !reading && p.writeErr == nil && p.readErr != nil {
		return p.readErr
	}
	return ErrClosedPipe
}

func (p *pipe) close(slot *error, err error) {
	p.mu.Lock()
	if *slot == nil {
		*slot = err
	}
	p.mu.Unlock()
	p.once.Do(func() { close(p.done) })
}

// Read waits for a Write or for the writer to be closed, whose error it returns, EOF for plain
// Close.
func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := r.p
	select {
	case <-p.done:
		return 0, p.closed(true)
	default:
	}
	select {
	case offer := <-p.data:
		n = copy(data, offer)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.closed(true)
	}
}

// Close closes the reader: writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError closes the reader: writes fail with err, ErrClosedPipe for nil. The first error
// counts. It returns nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.p.close(&r.p.readErr, err)
	return nil
}

// Write waits until all of data is read or the reader is closed, whose error it returns.
func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := w.p
	select {
	case <-p.done:
		return 0, p.closed(false)
	default:
		p.writing.Lock()
		defer p.writing.Unlock()
	}
	for once := true; once || len(data) > 0; once = false {
		select {
		case p.data <- data:
			took := <-p.taken
			data = data[took:]
			n += took
		case <-p.done:
			return n, p.closed(false)
		}
	}
	return n, nil
}

// Close closes the writer: reads end with EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError closes the writer: reads end with err, EOF for nil. The first error counts. It
// returns nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.p.close(&w.p.writeErr, err)
	return nil
}
