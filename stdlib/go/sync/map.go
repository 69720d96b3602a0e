package sync

// Map is a map from any to any that goroutines may share without a lock. It suits keys that are
// written once and read often, and goroutines that work on different keys; else a map with a Mutex
// is simpler and has types.
type Map struct {
	noCopy noCopy
	m      RWMutex
	items  map[any]any
}

// Load returns the value of key, and whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	m.m.RLock()
	value, ok = m.items[key]
	m.m.RUnlock()
	return value, ok
}

func (m *Map) set(key, value any) {
	if m.items == nil {
		m.items = map[any]any{}
	}
	m.items[key] = value
}

// Store sets the value of key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Clear deletes all entries.
func (m *Map) Clear() {
	m.m.Lock()
	m.items = nil
	m.m.Unlock()
}

// LoadOrStore returns the value that key has, with loaded true; if it has none, it gets value,
// which is returned with loaded false.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, loaded = m.Load(key); loaded {
		return actual, true
	}
	m.m.Lock()
	defer m.m.Unlock()
	if actual, loaded = m.items[key]; !loaded {
		actual = value
		m.set(key, value)
	}
	return actual, loaded
}

// LoadAndDelete deletes key and returns the value it had, and whether it had one.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, loaded = m.items[key]
	delete(m.items, key)
	return value, loaded
}

// Delete deletes key. That there is none is no mistake.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// Swap sets the value of key and returns the one before, and whether there was one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	previous, loaded = m.items[key]
	m.set(key, value)
	return previous, loaded
}

// CompareAndSwap sets the value of key to new if it is equal to old, and reports whether it did. It
// panics if old is of a type that cannot be compared.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if value, ok := m.items[key]; !ok || value != old {
		return false
	}
	m.items[key] = new
	return true
}

// CompareAndDelete deletes key if its value is equal to old, and reports whether it did. It panics
// if old is of a type that cannot be compared.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if value, ok := m.items[key]; !ok || value != old {
		return false
	}
	delete(m.items, key)
	return true
}

// Range calls f for each entry until f returns false. f may change the map; whether Range sees
// entries that change meanwhile is open, but it comes to no key twice.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.RLock()
	keys := make([]any, 0, len(m.items))
	for k := range m.items {
		keys = append(keys, k)
	}
	m.m.RUnlock()
	for _, k := range keys {
		if v, ok := m.Load(k); ok && !f(k, v) {
			return
		}
	}
}
